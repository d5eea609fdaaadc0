/** What happened, in numbers, in Prometheus' text format. Nothing in them is about one reader. */
import { FACES, type Face } from '../base/feedback-values.ts';

/** The upper ends of the histogram's buckets, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is asked for when somebody looks. */
export interface Gauges {
  up: boolean;
  waiting: number;
  clients: number;
}

export class Metrics {
  readonly #stored = new Map<Face, number>(FACES.map((face) => [face, 0]));
  readonly #requests = new Map<number, number>();
  readonly #buckets = BUCKETS.map(() => 0);
  #seconds = 0;
  #count = 0;

  stored(face: Face): void {
    this.#stored.set(face, (this.#stored.get(face) ?? 0) + 1);
  }

  request(status: number, seconds: number): void {
    this.#requests.set(status, (this.#requests.get(status) ?? 0) + 1);
    this.#seconds += seconds;
    this.#count++;
    const first = BUCKETS.findIndex((end) => seconds <= end);
    if (first >= 0) this.#buckets[first] = (this.#buckets[first] ?? 0) + 1;
  }

  text({ up, waiting, clients }: Gauges): string {
    const name = (end: string) => `portolan_feedback_${end}`;
    const lines: string[] = [];
    const metric = (
      end: string,
      type: 'counter' | 'gauge' | 'histogram',
      help: string,
      samples: readonly string[],
    ) => {
      lines.push(`# HELP ${name(end)} ${help}`, `# TYPE ${name(end)} ${type}`);
      lines.push(...samples.map((sample) => name(sample)));
    };
    metric(
      'answers_total',
      'counter',
      'Answers stored, by face.',
      [...this.#stored].map(([face, count]) => `answers_total{face="${face}"} ${count}`),
    );
    metric(
      'requests_total',
      'counter',
      'Requests to store an answer, by HTTP status.',
      [...this.#requests]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `requests_total{status="${status}"} ${count}`),
    );
    metric('request_seconds', 'histogram', 'Time from request to answer.', this.#histogram());
    metric('store_up', 'gauge', 'Whether the store took the last answer.', [
      `store_up ${up ? 1 : 0}`,
    ]);
    metric('waiting', 'gauge', 'Answers that wait to be stored.', [`waiting ${waiting}`]);
    metric('clients', 'gauge', 'Clients whose rate is remembered.', [`clients ${clients}`]);
    metric('memory_bytes', 'gauge', 'Memory of the process.', [
      `memory_bytes ${process.memoryUsage.rss()}`,
    ]);
    return `${lines.join('\n')}\n`;
  }

  #histogram(): string[] {
    let sum = 0;
    const buckets = BUCKETS.map((end, index) => {
      sum += this.#buckets[index] ?? 0;
      return `request_seconds_bucket{le="${end}"} ${sum}`;
    });
    return [
      ...buckets,
      `request_seconds_bucket{le="+Inf"} ${this.#count}`,
      `request_seconds_sum ${this.#seconds}`,
      `request_seconds_count ${this.#count}`,
    ];
  }
}
