import { expect, type Locator, type Page } from '@playwright/test';

/** The search box of a page and what opens below it. */
export interface SearchBox {
  input: Locator;
  list: Locator;
  options: Locator;
  /** The option that the arrow keys have come to. */
  active: Locator;
  categories: Locator;
  status: Locator;
}

export function searchBox(page: Page): SearchBox {
  const form = page.getByRole('search');
  return {
    input: form.getByRole('textbox').or(form.getByRole('combobox')),
    list: form.getByRole('listbox'),
    options: form.getByRole('option'),
    active: form.locator('[role=option][aria-selected=true]'),
    categories: form.getByRole('group', { name: 'Category' }).getByRole('button'),
    status: form.getByRole('status'),
  };
}

/** Types into the search box from wherever the focus is, and waits for results. */
export async function searchFor(page: Page, query: string): Promise<SearchBox> {
  const box = searchBox(page);
  // Questions of the community come below the articles, a moment later.
  const questions = page.waitForResponse(
    (response) => new URL(response.url()).searchParams.get('q') === query,
  );
  await page.keyboard.press('/');
  await box.input.pressSequentially(query);
  await expect(box.list).toBeVisible();
  await expect(box.status).toHaveText(/\d/);
  await (await questions).finished();
  return box;
}
