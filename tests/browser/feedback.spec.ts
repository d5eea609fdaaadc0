/** Was this page helpful? Asked in steps, sent once, kept when it cannot be sent; a plain form without script. */
import type { Page, Route } from 'playwright/test';
import { expect, test } from './watched.ts';

test.use({ locale: 'en-GB' });

/** Answers for the service, and what it was sent. */
async function service(page: Page, answer: (route: Route) => Promise<void>): Promise<string[]> {
  const sent: string[] = [];
  await page.route('**/api/feedback', async (route) => {
    sent.push(route.request().postData() ?? '');
    await answer(route);
  });
  return sent;
}
const stored = (route: Route) => route.fulfill({ json: { stored: true } });
const refusing = (status: number) => (route: Route) =>
  route.fulfill({ status, json: { error: '' } });

const form = (page: Page) => page.locator('form#feedback');
const said = (page: Page) => form(page).getByRole('status');
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('feedback'));

/** Near enough for the script to come. */
async function come(page: Page, address = '/443'): Promise<void> {
  await page.goto(address);
  await form(page).scrollIntoViewIfNeeded();
  await expect(page.locator('#feedback [name=note]')).toBeAttached();
}

async function say(page: Page, face: 'Yes' | 'Partly' | 'No'): Promise<void> {
  await page.getByRole('radio', { name: face }).check();
  await page.getByRole('button', { name: 'Send' }).click();
}

test('a face that is not happy is asked what was wrong, and all of it is sent', async ({
  page,
}) => {
  const sent = await service(page, stored);
  await come(page);
  const faces = page.getByRole('group', { name: 'Was this page helpful?' });
  await expect(faces.getByRole('radio')).toHaveCount(3);
  await expect(page.getByRole('group', { name: 'What was wrong?' })).toBeHidden();
  await faces.getByRole('radio', { name: 'No' }).check();
  const reasons = page.getByRole('group', { name: 'What was wrong?' }).getByRole('checkbox');
  await expect(reasons).toHaveCount(6);
  await page.getByRole('checkbox', { name: 'It is out of date' }).check();
  await page.getByRole('checkbox', { name: 'A command did not work' }).check();
  const note = page.getByRole('textbox', { name: 'Would you like to add anything?' });
  await note.fill('x'.repeat(520));
  await expect(note).toHaveValue('x'.repeat(500));
  await expect(note).toHaveAccessibleDescription(/personal data.*0 characters left/);
  await note.fill('ss shows nothing');
  await expect(page.locator('#note-left')).toHaveText('484 characters left');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(said(page)).toHaveText('Thank you. Your answer has been saved.');
  await expect(said(page)).toBeFocused();
  await expect(faces).toBeHidden();
  expect(sent.map((body) => JSON.parse(body))).toEqual([
    {
      port: 443,
      locale: 'en',
      face: 'no',
      reasons: ['outdated', 'command'],
      note: 'ss shows nothing',
      version: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      website: '',
    },
  ]);
});

test('a happy face has nothing to add', async ({ page }) => {
  const sent = await service(page, stored);
  await come(page);
  await page.getByRole('radio', { name: 'No' }).check();
  await page.getByRole('checkbox', { name: 'Something else' }).check();
  await say(page, 'Yes');
  await expect(said(page)).toHaveText(/^Thank you/);
  expect(JSON.parse(sent[0] ?? '')).toMatchObject({ face: 'yes', reasons: [], note: '' });
});

test('it is worked by keyboard alone, in the reader’s language', async ({ page }) => {
  const sent = await service(page, stored);
  await come(page, '/443?lang=de');
  await expect(page.locator('#feedback legend').first()).toHaveText('War diese Seite hilfreich?');
  await page.getByRole('radio', { name: 'Ja' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Teilweise' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await page.getByRole('button', { name: 'Senden' }).press('Enter');
  await expect(said(page)).toBeFocused();
  await expect(said(page)).not.toHaveText('');
  expect(JSON.parse(sent[0] ?? '')).toMatchObject({
    face: 'partly',
    locale: 'de',
    reasons: ['wrong'],
  });
});

test('what cannot be sent offline is kept, sent once when it can be, and said', async ({
  context,
  page,
}) => {
  const sent = await service(page, stored);
  await come(page);
  await page.unroute('**/api/feedback');
  await context.setOffline(true);
  await say(page, 'Partly');
  await expect(said(page)).toHaveText(/could not be sent\. It is kept here/);
  expect(JSON.parse((await kept(page)) ?? '')).toMatchObject({ port: 443, face: 'partly' });
  await page.route('**/api/feedback', async (route) => {
    sent.push(route.request().postData() ?? '');
    await stored(route);
  });
  await context.setOffline(false);
  await expect(said(page)).toHaveText(/^Thank you/);
  expect(sent).toHaveLength(1);
  expect(await kept(page)).toBeNull();
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(sent).toHaveLength(1);
});

for (const [status, first, second] of [
  [503, /kept here/, /^Your answer could not be sent\. Report a mistake$/],
  [429, /kept here/, /^Your answer could not be sent\. Report a mistake$/],
] as const) {
  test(`an answer met by ${status} is tried once more, on another page`, async ({
    complaints,
    page,
  }) => {
    const sent = await service(page, refusing(status));
    await come(page);
    await say(page, 'Yes');
    await expect(said(page)).toHaveText(first);
    await page.goto('/22');
    await expect(said(page)).toHaveText(second);
    expect(sent).toHaveLength(2);
    expect(JSON.parse(sent[1] ?? '')).toMatchObject({ port: 443 });
    await page.goto('/3330');
    await page.waitForLoadState('networkidle');
    expect(sent).toHaveLength(2);
    expect(complaints.splice(0)).toHaveLength(2);
  });
}

test('an answer that is refused is not kept, and the way to report is shown', async ({
  complaints,
  page,
}) => {
  await service(page, refusing(400));
  await come(page);
  await say(page, 'Yes');
  await expect(said(page)).toHaveText('Your answer could not be sent. Report a mistake');
  await expect(said(page).getByRole('link')).toHaveAttribute('href', '/about#corrections');
  expect(await kept(page)).toBeNull();
  expect(complaints.splice(0)).toHaveLength(1);
});

test('it is not printed', async ({ page }) => {
  await page.goto('/443');
  await page.emulateMedia({ media: 'print' });
  await expect(form(page)).toBeHidden();
  await expect(page.locator('pn-language').first()).toBeHidden();
  // The answers are, though nobody opened them.
  await expect(page.locator('#faq-dangerous > *').last()).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('it is a plain form', async ({ page }) => {
    const sent = await service(page, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Thanks</title><p>Thanks' }),
    );
    await page.goto('/443');
    await say(page, 'Partly');
    await expect(page).toHaveURL(/\/api\/feedback$/);
    expect([...new URLSearchParams(sent[0])]).toEqual([
      ['face', 'partly'],
      ['locale', 'en'],
      ['port', '443'],
    ]);
  });
});
