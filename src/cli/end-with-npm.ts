/**
 * npm that is killed leaves running what it started, and a server would keep its port. So a command
 * that runs until somebody ends it ends when the npm that started it is gone.
 */
export function endWithNpm(): void {
  const { npm_lifecycle_event: startedByNpm } = process.env;
  if (!startedByNpm) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  look.unref();
}
