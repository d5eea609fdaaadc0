/** The first screen: what usually uses the port, its status per transport, what to do when it is seen open. */
import { type Html, html } from '../../base/html.ts';
import type { Status } from '../../base/statuses.ts';
import { date, name, type Said, said } from '../messages/said.ts';
import { badgesOf } from '../port/badges.ts';
import { cardOf } from '../port/card.ts';
import { exposureAdvice } from '../port/exposure.ts';
import { nameOfPort } from '../port/name.ts';
import { openOf } from '../port/open.ts';
import { ownWords } from '../port/own-words.ts';
import { STATUS_WORDS } from '../port/status.ts';
import { shortOwnAnswer, verdictAnswer } from '../port/verdict.ts';
import { mainAssignments } from '../prose/names.ts';
import { authored, type PageView } from './view.ts';

export function answerHtml(view: PageView): Html {
  const { record, speaker } = view;
  const say = (id: Said['id']) => speaker.html(said(id));
  return html`<h1><b class="number">${record.port}</b> ${calledHtml(view)}</h1>
${leadHtml(view)}
<dl class="transports">${transportsHtml(view)}</dl>
${registrationHtml(view)}${badgesHtml(view)}
<p class="verdict"><b>${say('open.heading')}</b> ${openHtml(view)}</p>
<p class="may">
  <b>${say('use.short')}</b> ${mayHtml(view)}
  ${record.documented && html` <a href="#use-it">${say('use.why')}</a>`}
</p>`;
}

/** Where both answers are the same, one is enough here; the section on it says both. */
function mayHtml({ record, speaker }: PageView): Html {
  const { verdict } = record;
  const publish = speaker.html(verdictAnswer(record));
  if (verdict.own === verdict.level) return publish;
  const say = (id: Said['id']) => speaker.html(said(id));
  return html`<br>${say('use.own')} ${speaker.html(shortOwnAnswer(verdict))}<br>${say('use.publish')} ${publish}`;
}

/** A browser that translates pages by itself leaves real names alone. */
function calledHtml({ record, speaker }: PageView): Html {
  const called = nameOfPort(record);
  return 'names' in called
    ? html`<span translate="no">${called.names.join(', ')}</span>`
    : html`<span>${speaker.html(called)}</span>`;
}

function leadHtml({ record, speaker }: PageView): Html {
  const own = ownWords(record, speaker);
  return own
    ? html`<p class="lead">${authored(own.summary)}</p>`
    : html`<p class="lead">${speaker.sentences(cardOf(record))}</p>`;
}

/** Each status is explained under its own name, to which the first that has it leads. */
const glossaryAddress = (status: Status) =>
  `/glossary#${status === 'dynamic' ? 'dynamic-port' : status}`;

const transportsHtml = ({ record, speaker }: PageView) =>
  record.transports.map(({ services, status, transport }, index, all) => {
    const words = speaker.html(said(STATUS_WORDS[status]));
    // An undocumented page has no bytes for it.
    const first = record.documented && all.findIndex((other) => other.status === status) === index;
    return html`<div>
      <dt>${transport.toUpperCase()}</dt>
      <dd>
        ${services.length > 0 && html`<code translate="no">${services.join(', ')}</code> `}
        ${
          first
            ? html`<a class="st ${status}" href="${glossaryAddress(status)}">${words}</a>`
            : html`<span class="st ${status}">${words}</span>`
        }
      </dd>
    </div>`;
  });

const MOST_REGISTRATIONS = 3;

/** Who registered each service and when: small print under the answer. */
function registrationHtml({ record, speaker }: PageView) {
  const told = mainAssignments(record).filter(
    ({ assignee, modified, references, registered }) =>
      assignee || registered || modified || references.length > 0,
  );
  return told
    .slice(0, MOST_REGISTRATIONS)
    .map(({ assignee, modified, ports, references, registered, service }) => {
      const facts = [
        assignee && speaker.html(said('status.assignee', { name: name(assignee) })),
        registered && speaker.html(said('status.registered', { date: date(registered) })),
        modified && speaker.html(said('status.changed', { date: date(modified) })),
        ...references.map(({ label, url }) =>
          // A reference without an address may be a whole English sentence.
          url
            ? html`<a href="${url}">${label}</a>`
            : html`<span lang="en" dir="ltr">${label}</span>`,
        ),
      ].filter(Boolean);
      const parts = facts.flatMap((fact, index) => (index === 0 ? [fact] : [' · ', fact]));
      const named = told.length > 1 && html`<b translate="no">${service || ports}</b>: `;
      return html`<p class="registration">${named}${parts}</p>`;
    });
}

function badgesHtml({ record, sources, speaker }: PageView): Html | '' {
  const items = badgesOf(record).map(
    ({ id, label, means, source, warns }) => html`<li>
      <button${warns && html` class="warns"`} popovertarget="b-${id}">${speaker.html(label)}</button>
      <div popover id="b-${id}">
        ${speaker.html(means)} <a href="#s-${source}">${sources.get(source)?.short}</a>
      </div>
    </li>`,
  );
  return items.length > 0 ? html`<ul class="badges">${items}</ul>` : '';
}

/** What an author thinks of it stands with its reason, in English; the section on security says it too. */
function openHtml({ record, speaker }: PageView): Html {
  const { page } = record;
  if (!page || page.security.exposure === 'unknown') return speaker.sentences(openOf(record));
  const own = ownWords(record, speaker);
  return html`${speaker.html(exposureAdvice(page.security))}${own && html` ${authored(own.security.reason)}`}`;
}
