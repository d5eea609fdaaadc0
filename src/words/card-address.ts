/** Where a page's picture is: an authored port has one of its own, any other shares that of its status. */
import type { PortRecord, Status } from '../facts/atlas/record.ts';

export const SITE_CARD = '/og/portolan.png';

export const portCardAddress = (port: number) => `/og/${port}.png`;
export const statusCardAddress = (status: Status) => `/og/${status}.png`;

export const cardAddress = ({ page, port, status }: PortRecord) =>
  page ? portCardAddress(port) : statusCardAddress(status);
