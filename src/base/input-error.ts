/** The one error that importing throws: what is wrong, where, and what would be right. */
export class ImportError extends Error {
  readonly line: number | undefined;
  readonly field: string | undefined;

  constructor(problem: string, where: { file?: string; line?: number; field?: string } = {}) {
    const place = [
      where.file ?? '',
      where.line === undefined ? '' : `line ${where.line}`,
      where.field === undefined ? '' : `field '${where.field}'`,
    ].filter(Boolean);
    super(place.length > 0 ? `${place.join(', ')}: ${problem}` : problem);
    this.name = 'ImportError';
    this.line = where.line;
    this.field = where.field;
  }
}
