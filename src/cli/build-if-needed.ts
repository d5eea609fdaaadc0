/** The part of the build that a start needs to know. */
export interface Build {
  isCurrent: () => boolean;
  build: () => Promise<unknown>;
}

export async function buildIfNeeded({ isCurrent, build }: Build): Promise<void> {
  if (isCurrent()) return;
  console.log('Building the site: it is new, or its sources have changed.');
  await build();
}
