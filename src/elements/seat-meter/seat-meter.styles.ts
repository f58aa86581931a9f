import { css } from 'lit';
import { hostStyles } from '../../styles/host.js';
import { iconStyles } from '../../styles/icon.js';
import { linkStyles } from '../../styles/link.js';
import { skeletonStyles } from '../../styles/skeleton.js';

const meter = css`
  .meter {
    --_ink: var(--_muted);
    --_height: var(--cc-seat-meter-bar-height, calc(7 * var(--_u)));
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
    font-variant-numeric: tabular-nums;
  }
  .meter.warning {
    --_ink: var(--_warning);
  }
  .meter.over {
    --_ink: var(--_danger);
  }
  .track {
    display: flex;
    flex: none;
    gap: 3px;
  }
  .segment {
    inline-size: calc(18 * var(--_u));
    block-size: var(--_height);
    border: 1px solid var(--_ink);
    border-radius: calc(4 * var(--_u));
  }
  .track.continuous {
    gap: 0;
    inline-size: calc(96 * var(--_u));
    overflow: hidden;
    border: 1px solid var(--_ink);
    border-radius: calc(4 * var(--_u));
  }
  .track.continuous > .segment {
    flex: var(--_share) 0 0;
    block-size: calc(var(--_height) - 2px);
    border: 0;
    border-radius: 0;
  }
  .used {
    background: var(--_ink);
  }
  .pending {
    background: repeating-linear-gradient(
      -45deg,
      var(--_ink) 0 calc(1.5 * var(--_u)),
      transparent calc(1.5 * var(--_u)) calc(4 * var(--_u))
    );
  }
  .unlimited {
    color: var(--_muted);
  }
  .skeleton {
    inline-size: calc(96 * var(--_u));
  }
  @media (forced-colors: active) {
    .segment,
    .track.continuous {
      border-color: CanvasText;
    }
    .used {
      forced-color-adjust: none;
      background: Highlight;
    }
    .pending {
      forced-color-adjust: none;
      background: repeating-linear-gradient(-45deg, Highlight 0 2px, Canvas 2px 5px);
    }
  }
`;

export const seatMeterStyles = [hostStyles, iconStyles, linkStyles, skeletonStyles, meter];
