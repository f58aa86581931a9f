import { css } from 'lit';

/** The provider has no box of its own; it only decides scheme and density for what is inside. */
export const providerStyles = css`
  :host {
    display: contents;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  :host([density='compact']) {
    --cc-density: 0.8;
  }
  :host([density='normal']) {
    --cc-density: 1;
  }
  :host([density='touch']) {
    --cc-density: 1.25;
  }
`;
