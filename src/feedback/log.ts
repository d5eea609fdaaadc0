/** Structured logs: a JSON object a line. Nothing in them says who a reader is. */
export const LEVELS = ['info', 'warn', 'error', 'silent'] as const;
export type Level = (typeof LEVELS)[number];

export type Log = (
  level: Exclude<Level, 'silent'>,
  event: string,
  fields: Readonly<Record<string, string | number | boolean>>,
) => void;

/** The same event is written once in so many milliseconds: a failing disk must not be filled by its own log. */
const PAUSE = 1000;

export interface LogOptions {
  /** Nothing below it is written. */
  level: Level;
  write?: (line: string) => void;
}

export function createLog({
  level,
  write = (line) => process.stderr.write(line),
}: LogOptions): Log {
  const last = new Map<string, { at: number; left: number }>();
  return (own, event, fields) => {
    if (LEVELS.indexOf(own) < LEVELS.indexOf(level)) return;
    const before = last.get(event);
    const now = performance.now();
    if (before && now - before.at < PAUSE) {
      before.left++;
      return;
    }
    last.set(event, { at: now, left: 0 });
    const time = new Date().toISOString();
    const left = before?.left ? { unwritten: before.left } : {};
    write(`${JSON.stringify({ time, level: own, event, ...fields, ...left })}\n`);
  };
}
