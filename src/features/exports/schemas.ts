/** The JSON Schemas that are published, each made from the zod schema of what it describes. */
import { z } from 'zod';
import { absolute } from '../../base/site-address.ts';
import {
  attacksJson,
  portsJson,
  programsJson,
  servicesJson,
} from '../../facts/schemas/bulk-json.ts';
import { portJson } from '../../facts/schemas/port-json.ts';

interface Published {
  schema: z.ZodType;
  title: string;
}

/** By address. The number at the end is the version: a change that breaks a reader makes a new one. */
export const SCHEMAS = {
  '/schema/port-1.json': { schema: portJson, title: 'A port of Portolan' },
  '/schema/ports-1.json': { schema: portsJson, title: 'The documented ports of Portolan' },
  '/schema/programs-1.json': { schema: programsJson, title: 'The programs of Portolan' },
  '/schema/attacks-1.json': { schema: attacksJson, title: 'The attacks that Portolan knows of' },
  '/schema/services-1.json': { schema: servicesJson, title: 'The service names of Portolan' },
} as const satisfies Record<string, Published>;
export type SchemaAddress = keyof typeof SCHEMAS;

/**
 * A field that is added later must not make a reader's copy of the schema refuse the file: the
 * published schemas allow more fields than they name. The tests do not.
 */
export function jsonSchema(address: SchemaAddress, { closed = false } = {}): object {
  const { schema, title } = SCHEMAS[address];
  const made = z.toJSONSchema(schema, {
    override: ({ jsonSchema: node }) => {
      if (!closed && node.additionalProperties === false) delete node.additionalProperties;
    },
  });
  const { $schema, ...rest } = made;
  return { $schema, $id: absolute(address), title, ...rest };
}
