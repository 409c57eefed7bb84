import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { forStrangers, type Times } from '../bench/otherProcess.ts';

const times = (ran: number, waited: number, others: Record<string, number> = {}): Times => ({
  ran,
  waited,
  others: new Map(Object.entries(others)),
});

describe('what the bench leaves out of a time', () => {
  it('is waiting during which no thread of ours has run', () => {
    assert.equal(forStrangers([times(5, 10, { 2: 7 })], [times(25, 60, { 2: 27, 3: 5 })]), 50 - 20 - 5);
    assert.equal(forStrangers([times(0, 0), times(0, 4)], [times(9, 30), times(1, 10, { 8: 6 })]), 30 + 6 - 6);
    assert.equal(forStrangers([], [times(9, 30, { 2: 10 })]), 20);
  });

  it('is never more than the waiting, and nothing where a thread has ended or the system counts nothing', () => {
    assert.equal(forStrangers([times(0, 0, { 2: 0 })], [times(5, 10, { 2: 50 })]), 0);
    assert.equal(forStrangers([times(0, 0, { 2: 0, 3: 9 })], [times(5, 100, { 2: 0 })]), 0);
    assert.equal(forStrangers([times(0, 0)], [times(0, 0)]), 0);
  });
});
