/** The fields of a published schema as rows of a table, so that the page that documents them is made from it. */
import { jsonSchema, type SchemaAddress } from './schemas.ts';

export interface Field {
  /** 'labels[].name' for the name of each label. */
  path: string;
  type: string;
  optional: boolean;
  description: string;
}

/** The part of JSON Schema that zod writes for ours. */
interface Node {
  type?: string;
  const?: unknown;
  enum?: readonly string[];
  format?: string;
  description?: string;
  properties?: Record<string, Node>;
  required?: readonly string[];
  items?: Node;
  additionalProperties?: Node;
}

export function schemaFields(address: SchemaAddress): Field[] {
  return fieldsOf(jsonSchema(address) as Node, '');
}

function fieldsOf(node: Node, path: string): Field[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const own = `${path}${path === '' ? '' : '.'}${name}`;
    const row = {
      path: own,
      type: typeOf(field),
      optional: !node.required?.includes(name),
      description: field.description ?? '',
    };
    return [row, ...within(field, own)];
  });
}

function within(node: Node, path: string): Field[] {
  if (node.items) return within(node.items, `${path}[]`);
  if (node.additionalProperties) return within(node.additionalProperties, `${path}.*`);
  return fieldsOf(node, path);
}

function typeOf({ const: only, enum: choices, format, items, type, ...node }: Node): string {
  if (only !== undefined) return JSON.stringify(only);
  if (choices) return choices.join(', ');
  if (items) return items.properties ? 'list of objects' : `list of ${typeOf(items)}`;
  if (node.additionalProperties) return 'object with any keys';
  return format === 'uri' ? 'address' : (type ?? 'any');
}
