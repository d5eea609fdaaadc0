/** kubectl get svc: 'web NodePort 10.96.0.10 <none> 80:30080/TCP,443/TCP 5d'. A node port is a port of every node. */
import { portNumber } from '../port-number.ts';
import type { OpenReader, ScanRow, ScanTransport } from '../row.ts';

const TYPES = new Set(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']);
const ENTRY = /^(\d{1,5})(?::(\d{1,5}))?\/(TCP|UDP|SCTP)$/;
const HEADER = /^(NAMESPACE\s+)?NAME\s+TYPE\s+CLUSTER-IP\s/;

export const openKubectl: OpenReader = () => ({
  read(text, line) {
    if (HEADER.test(text)) return [];
    const fields = text.trim().split(/\s+/);
    const type = fields.findIndex((field, at) => at > 0 && at < 3 && TYPES.has(field));
    const [cluster, external, ports] = fields.slice(type + 1);
    if (type < 1 || ports === undefined) return undefined;
    const entries = ports.split(',');
    if (ports !== '<none>' && !entries.every((entry) => ENTRY.test(entry))) return undefined;
    const process = fields
      .slice(0, type)
      .join('/')
      .replace(/^(\S+)\/service\//, '$1/')
      .replace(/^service\//, '');
    const host = [external, cluster].find((address) => address && /^[\da-z]/.test(address));
    return entries.flatMap((entry): ScanRow[] => {
      const [, inside, node, name = ''] = ENTRY.exec(entry) ?? [];
      const transport = name.toLowerCase() as ScanTransport;
      const row = { transport, process, line, format: 'kubectl' } as const;
      const port = portNumber(inside);
      const nodePort = portNumber(node);
      return [
        ...(port === undefined
          ? []
          : [{ ...row, port, state: fields[type] ?? '', host, listens: true }]),
        // Kubernetes hands node ports out by itself: that no source knows them says nothing.
        ...(nodePort === undefined ? [] : [{ ...row, port: nodePort, state: 'NodePort' }]),
      ];
    });
  },
});
