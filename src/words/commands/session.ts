import { name, type Said, said } from '../messages/said.ts';

/** Ports through which an administrator may be at work: who blocks one may lock themselves out. */

const SESSION_PORTS: ReadonlySet<number> = new Set([
  // Terminals: SSH and its usual second port, Telnet, rlogin, Telnet over TLS, WinRM, mosh.
  22, 2222, 23, 513, 992, 5985, 5986, 60000, 60001,
  // Screens: RDP, VNC and its first displays, Apple Remote Desktop, Radmin, AnyDesk, Citrix, PCoIP, VMware.
  3389,
  5900, 5901, 5902, 5903, 3283, 4899, 7070, 1494, 2598, 4172, 902,
  // VPNs: IPsec, L2TP, PPTP, OpenVPN, WireGuard, Tailscale.
  500, 4500, 1701, 1723, 1194, 51820, 41641,
  // Panels: cPanel and WHM, Proxmox VE, WinBox, Plesk, Cockpit, Webmin.
  2082, 2083, 2086, 2087, 8006, 8291, 8443, 8880, 9090, 10000,
]);

export const carriesSession = (port: number): boolean => SESSION_PORTS.has(port);

export const sessionWarning = (port: number): Said =>
  said('command.session', { port: name(String(port)) });
