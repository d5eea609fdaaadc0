/**
 * portolan mcp: the Model Context Protocol on standard input and output, for assistants. Each answer is
 * text that names its sources and the page of the port.
 */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { LAST_PORT } from '../base/ranges.ts';
import { chosenText, foundText, portText, scanText } from './mcp-texts.ts';
import { theIndex } from './stored-index.ts';

/** More than this of a pasted text is no help to anybody who reads the answer. */
const LONGEST_SCAN = 1_000_000;

const number = z.int().min(0).max(LAST_PORT);

/** They read what is in the package, and change nothing. */
const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

function mcpServer(): McpServer {
  const server = new McpServer({ name: 'portolan', version: theIndex().date });
  server.registerTool(
    'look_up_port',
    {
      title: 'Look up a port',
      description:
        'What a TCP or UDP port is registered for, which programs use it by default, its history ' +
        'and security reports, how to find the process, and whether to use it for a new program: on ' +
        'one’s own machine or network, and as the default of a program that is published.',
      inputSchema: {
        port: number.describe('The port number.'),
        transport: z.enum(['tcp', 'udp', 'sctp', 'dccp']).optional(),
      },
      annotations,
    },
    ({ port, transport }) => said(portText(port, transport)),
  );
  server.registerTool(
    'find_program',
    {
      title: 'Find the ports of a program',
      description:
        'The ports of a program, protocol or service, by its name; typing errors allowed.',
      inputSchema: {
        name: z.string().min(1).max(200).describe("For example 'postgres' or 'Minecraft'."),
        limit: z.int().min(1).max(50).optional(),
      },
      annotations,
    },
    ({ limit, name }) => said(foundText(name, limit)),
  );
  server.registerTool(
    'read_scan',
    {
      title: 'Read the output of a tool',
      description:
        'The ports in the output of nmap, masscan, ss, netstat, lsof, docker ps, kubectl get svc or a ' +
        'firewall: what each is registered for, what usually listens, and which are worth a look.',
      inputSchema: { text: z.string().min(1).max(LONGEST_SCAN).describe('The output, as it is.') },
      annotations,
    },
    ({ text }) => said(scanText(text)),
  );
  server.registerTool(
    'choose_port',
    {
      title: 'Choose a port for a new program',
      description:
        'Ports that no registration, port list or program in the records names, with the reasons.',
      inputSchema: {
        near: number.optional().describe('The nearest to this one; without it, drawn by chance.'),
        count: z.int().min(1).max(50).optional().describe('How many; 5 if left out.'),
        block: z.int().min(1).max(1000).optional().describe('So many consecutive ports each.'),
        own: z
          .boolean()
          .optional()
          .describe(
            'For a program on the user’s own machine or network; without it, for the default of a ' +
              'program that is published.',
          ),
        memorable: z.boolean().optional().describe('Only numbers that are easy to remember.'),
      },
      annotations: { ...annotations, idempotentHint: false },
    },
    (criteria) => said(chosenText(criteria)),
  );
  return server;
}

const said = (text: string) => ({ content: [{ type: 'text' as const, text }] });

export async function serveMcp(): Promise<void> {
  await mcpServer().connect(new StdioServerTransport());
}
