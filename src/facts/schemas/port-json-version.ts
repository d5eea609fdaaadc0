/** Apart from the schema, for those who write the document and check nothing. */
export const PORT_JSON_VERSION = 1;
