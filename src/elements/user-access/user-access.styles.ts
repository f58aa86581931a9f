import { listHeadStyles } from '../../styles/list-head.js';

/** The frame, and grey lines while the rest is on its way. */
export const userAccessStyles = [listHeadStyles];
