/** The files of names, beside those for each letter. */

/** The names that authors give. */
export const WANTED = 'wanted';
/** The guides, with the questions that they answer. */
export const GUIDES = 'guides';
/** Before the name of a topic: the ports without a page that tables count to it. */
export const TOPIC = 'topic-';
