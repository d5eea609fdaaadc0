/** <pn-lost>: reads a port number or a name out of the address that was not found, and offers it. */
class Lost extends HTMLElement {
  connectedCallback(): void {
    const asked = decodeURIComponent(location.pathname).replace(/\.\w+$/, '');
    const number = /\d{1,5}/.exec(asked)?.[0];
    const word = /[a-z][\w-]+/i.exec(asked)?.[0];
    const links = [
      number && Number(number) <= 65535
        ? link(`/${Number(number)}`, `Port ${Number(number)}`)
        : undefined,
      number && Number(number) > 65535
        ? text(`${number} is no port: ports end at 65535.`)
        : undefined,
      word ? link(`/search?q=${encodeURIComponent(word)}`, `Search for ‘${word}’`) : undefined,
    ].filter((node) => node !== undefined);
    if (links.length === 0) return;
    const list = document.createElement('ul');
    list.append(...links.map((node) => wrap(node)));
    this.append(text('Did you mean:'), list);
  }
}

const text = (words: string) => document.createTextNode(words);

function link(address: string, words: string): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.textContent = words;
  return anchor;
}

function wrap(node: Node): HTMLElement {
  const item = document.createElement('li');
  item.append(node);
  return item;
}

customElements.define('pn-lost', Lost);
