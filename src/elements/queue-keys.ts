// Comfort only: once the keyboard is in the list, j and k go to the next and the previous application, and Enter opens it
// as it opens any link. Outside the list nothing listens, so that no letter does anything by surprise (WCAG 2.1.4).

class QueueKeys extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('keydown', this.go);
  }

  disconnectedCallback(): void {
    this.removeEventListener('keydown', this.go);
  }

  private readonly go = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !['j', 'k'].includes(event.key)) return;
    const links = [...this.querySelectorAll<HTMLAnchorElement>('tbody a')];
    const now = links.findIndex((link) => link === document.activeElement);
    const next = event.key === 'j' ? Math.min(links.length - 1, now + 1) : Math.max(0, now - 1);
    links[next]?.focus();
    event.preventDefault();
  };
}

customElements.define('queue-keys', QueueKeys);
