/** What a reader chose, kept in the browser; where storage is closed to us, for this page only. */
type Place = 'localStorage' | 'sessionStorage';

export function remember(key: string, value: string, place: Place = 'localStorage'): void {
  try {
    if (value) window[place].setItem(key, value);
    else window[place].removeItem(key);
  } catch {
    // Nothing is lost but the memory of it.
  }
}

export function recall(key: string, place: Place = 'localStorage'): string | null {
  try {
    return window[place].getItem(key);
  } catch {
    return null;
  }
}
