/** The site with its service as a process of its own, as `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = join(import.meta.dirname, '../../../src/cli/serve.ts');

export interface SiteProcess {
  port: number;
  /** What it holds of the machine's memory, in bytes; NaN where the system does not say. */
  memory: () => number;
  /** The processor's time that it has had, in milliseconds; NaN where the system does not say. */
  cpu: () => number;
  stop: () => Promise<number | null>;
}

export async function startSite(folder: string, data: string): Promise<SiteProcess> {
  const args = [SCRIPT, '--dir', folder, '--port', '0', '--host', '127.0.0.1', '--feedback'];
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      DATABASE_URL: '',
      PORTOLAN_DATA: data,
      PORTOLAN_FEEDBACK_PROXIES: '1',
      PORTOLAN_LOG: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await portOf(child);
  return {
    port,
    memory: () => residentOf(child.pid ?? 0),
    cpu: () => cpuOf(child.pid ?? 0),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}

async function portOf({ stdout }: ChildProcess): Promise<number> {
  let said = '';
  for await (const chunk of stdout ?? []) {
    said += chunk;
    const own = /:(\d+) /.exec(said)?.[1];
    if (own) return Number(own);
  }
  throw new Error('the site has ended');
}

function residentOf(pid: number): number {
  try {
    const [, kilobytes] =
      /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return Number.NaN;
  }
}

/** Counted in hundredths of a second, after the name, which may have spaces in it. */
function cpuOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
