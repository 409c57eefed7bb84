export function evaluateChecks(_articles: readonly unknown[], _rows: readonly unknown[], _report: boolean): void {}
