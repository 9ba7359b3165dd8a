// Passkeys are an extra: where the browser cannot do them, these elements stay hidden and nothing is missing.

const able =
  'PublicKeyCredential' in window &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential;

/** Around a button that was hidden; `act` happens when it is pressed, its sentence is shown if it fails. */
abstract class PasskeyButton extends HTMLElement {
  connectedCallback(): void {
    if (!able) return;
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => this.press());
  }

  private async press(): Promise<void> {
    const status = this.querySelector('[role=status]');
    const sentence = await this.act().catch(() => this.dataset.failed ?? '');
    if (status) status.textContent = sentence;
  }

  /** Answers a sentence to show, or an empty one when the page moves on. */
  protected abstract act(): Promise<string>;

  protected async send(address: string, body: unknown): Promise<string> {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { to, sentence } = (await answer.json()) as { to?: string; sentence?: string };
    if (to) location.assign(to);
    return sentence ?? '';
  }
}

class PasskeySignIn extends PasskeyButton {
  protected async act(): Promise<string> {
    const question = await (await fetch('/sign-in/passkey')).json();
    const credential = await navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question),
    });
    const shared = document.querySelector<HTMLInputElement>('input[name=shared]')?.checked ?? false;
    return this.send('/sign-in/passkey', { response: credential, next: this.dataset.next, shared });
  }
}

class PasskeyAdd extends PasskeyButton {
  protected async act(): Promise<string> {
    const answer = await fetch('/account/passkeys/question');
    if (!answer.ok) return this.dataset.again ?? '';
    const credential = await navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await answer.json()),
    });
    const name = this.querySelector('input')?.value ?? '';
    return this.send('/account/passkeys', { response: credential, name });
  }
}

customElements.define('passkey-sign-in', PasskeySignIn);
customElements.define('passkey-add', PasskeyAdd);
