import { css } from 'lit';
import { signInStyles as shared } from '../shared/sign-in.styles.js';

const signIn = css`
  .card-frame {
    --_card-width: var(--cc-sign-in-card-width, 440px);
  }
`;

export const signInStyles = [shared, signIn];
