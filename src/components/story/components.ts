/** What an author may use in a story, without importing it. */
import Note from './Note.astro';
import Port from './Port.astro';
import Timeline from './Timeline.astro';
import Warning from './Warning.astro';

export const storyComponents = { Note, Port, Timeline, Warning };
