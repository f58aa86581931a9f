import { css } from 'lit';
import { listHeadStyles } from '../../styles/list-head.js';

const first = css`
  .skeleton.first {
    inline-size: 9em;
    margin: 28px 24px 48px;
  }
`;

export const auditLogStyles = [listHeadStyles, first];
