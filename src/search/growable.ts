/** Numbers from 0 to 2^32 - 1 in a typed array that doubles when it is full: 4 bytes each, no garbage. */
export type GrowableUint32 = {
  readonly length: number;
  push(value: number): void;
  /** The numbers so far, without a copy: valid until the next push. */
  view(): Uint32Array;
  clear(): void;
};

export function createGrowableUint32(capacity = 1024): GrowableUint32 {
  let data = new Uint32Array(capacity);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push: value => {
      if (length === data.length) {
        const larger = new Uint32Array(data.length * 2);
        larger.set(data);
        data = larger;
      }
      data[length++] = value;
    },
    view: () => data.subarray(0, length),
    clear: () => {
      data = new Uint32Array(capacity);
      length = 0;
    },
  };
}
