import { css } from 'lit';

/**
 * The 21 public tokens with their defaults, and the roles derived from them (visual.md 2 and 3). Private names
 * stand below the host, so a page can override exactly what is promised and nothing else.
 */
export const tokens = css`
  :host > * {
    --_surface: var(--cc-surface, light-dark(#fff, oklch(0.195 0.008 265)));
    --_raised: var(--cc-surface-raised, light-dark(#fff, oklch(0.245 0.011 265)));
    --_text: var(--cc-text, light-dark(oklch(0.25 0.018 265), oklch(0.945 0.005 265)));
    --_muted: var(--cc-text-muted, light-dark(oklch(0.455 0.02 265), oklch(0.765 0.012 265)));
    --_border: var(--cc-border, light-dark(oklch(0.915 0.007 265), oklch(0.315 0.012 265)));
    --_border-strong: var(--cc-border-strong, light-dark(oklch(0.62 0.017 265), oklch(0.58 0.016 265)));
    --_accent: var(--cc-accent, light-dark(oklch(0.46 0.14 266), oklch(0.775 0.105 266)));
    --_danger: var(--cc-danger, light-dark(oklch(0.47 0.175 26), oklch(0.78 0.125 24)));
    --_warning: var(--cc-warning, light-dark(oklch(0.465 0.1 66), oklch(0.83 0.115 78)));
    --_success: var(--cc-success, light-dark(oklch(0.44 0.095 157), oklch(0.81 0.125 157)));
    --_focus: var(--cc-focus-ring, light-dark(oklch(0.55 0.21 262), oklch(0.8 0.13 245)));
    --_shadow: var(
      --cc-shadow,
      0 0 0 1px light-dark(rgb(20 24 36 / 0.06), rgb(255 255 255 / 0.07)),
      0 2px 6px light-dark(rgb(20 24 36 / 0.06), rgb(0 0 0 / 0.4)),
      0 16px 40px -8px light-dark(rgb(20 24 36 / 0.22), rgb(0 0 0 / 0.65))
    );
    --_radius: var(--cc-radius, 8px);
    --_density: var(--cc-density, 1);
    --_space: var(--cc-space, 4px);
    --_font: var(
      --cc-font,
      ui-sans-serif,
      system-ui,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Noto Sans Arabic',
      sans-serif
    );
    --_font-heading: var(--cc-font-heading, var(--_font));
    --_font-mono: var(--cc-font-mono, ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono', monospace);
    --_font-size: var(--cc-font-size, max(0.875rem, 14px));

    /* One pixel of the drawings, which were made at 14 px text. */
    --_u: calc(var(--_font-size) / 14);

    --_accent-text: var(--cc-accent-text, #fff);
    --_danger-text: light-dark(#fff, #000);
    --_link: var(--cc-link, var(--_accent));
    --_edge: var(--_accent);
    --_away: light-dark(#000, #fff);
    --_accent-hover: color-mix(in oklab, var(--_accent) 86%, var(--_away));
    --_accent-active: color-mix(in oklab, var(--_accent) 74%, var(--_away));

    /* Tints are see-through, so they are right on the surface and on the raised surface alike. */
    --_tint: light-dark(
      color-mix(in oklab, var(--_accent) 7%, transparent),
      color-mix(in oklab, var(--_accent) 14%, transparent)
    );
    --_tint-border: color-mix(in oklab, var(--_accent) 36%, transparent);
    --_sunken: color-mix(in oklab, var(--_text) 3.5%, transparent);
    --_hover: color-mix(in oklab, var(--_text) 5%, transparent);
    --_active: color-mix(in oklab, var(--_text) 11%, transparent);
    --_line: color-mix(in oklab, var(--_text) 17%, var(--_raised));
    --_line-hover: color-mix(in oklab, var(--_text) 28%, var(--_raised));

    --_radius-panel: min(1.5 * var(--_radius), 28px);
    --_radius-control: min(0.75 * var(--_radius), 22px);
    --_radius-badge: min(0.5 * var(--_radius), 10px);
    --_radius-check: min(0.5 * var(--_radius), 5px);
    --_pad-field: max(10px, 0.7 * var(--_radius-control));
    --_control: round(calc(36px * var(--_density)), 4px);
    --_control-small: round(calc(30px * var(--_density)), 2px);
    --_row: round(calc(52px * var(--_density)), 4px);

    --_enter: cubic-bezier(0.2, 0, 0, 1);
    --_exit: cubic-bezier(0.4, 0, 1, 1);
  }

  /* Black or white by luminance, links and edges kept readable: an accent alone stays at AA. */
  @supports (color: oklch(from red l c h)) {
    :host > * {
      --_accent-text: var(
        --cc-accent-text,
        color(
          from var(--_accent) xyz-d65 calc(0.9505 * clamp(0, (0.179 - y) * 99999, 1))
            clamp(0, (0.179 - y) * 99999, 1) calc(1.089 * clamp(0, (0.179 - y) * 99999, 1))
        )
      );
      --_danger-text: color(
        from var(--_danger) xyz-d65 calc(0.9505 * clamp(0, (0.179 - y) * 99999, 1))
          clamp(0, (0.179 - y) * 99999, 1) calc(1.089 * clamp(0, (0.179 - y) * 99999, 1))
      );
      --_link: var(
        --cc-link,
        light-dark(oklch(from var(--_accent) min(l, 0.48) c h), oklch(from var(--_accent) max(l, 0.78) c h))
      );
      --_edge: light-dark(
        oklch(from var(--_accent) min(l, 0.6) c h),
        oklch(from var(--_accent) max(l, 0.62) c h)
      );
      --_away: color(from var(--_accent-text) srgb calc(1 - r) calc(1 - g) calc(1 - b));
    }
  }

  :host([density='compact']) > * {
    --_density: 0.8;
  }
  :host([density='normal']) > * {
    --_density: 1;
  }
  :host([density='touch']) > * {
    --_density: 1.25;
  }

  @media (pointer: coarse) {
    :host > * {
      --_control: max(44px, round(calc(36px * var(--_density)), 4px));
      --_control-small: max(44px, round(calc(30px * var(--_density)), 2px));
      --_row: max(56px, round(calc(52px * var(--_density)), 4px));
    }
  }
`;
