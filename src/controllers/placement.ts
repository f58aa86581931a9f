import type { Placement } from '@floating-ui/dom';

const gap = 4;
const edge = 8;

/** Keeps a popover beside its anchor where CSS can't; the returned function stops it. */
export async function follow(
  anchor: HTMLElement,
  popover: HTMLElement,
  placement: Placement,
): Promise<() => void> {
  const { autoUpdate, computePosition, flip, offset, shift } = await import('@floating-ui/dom');
  const place = async () => {
    const { x, y } = await computePosition(anchor, popover, {
      placement,
      strategy: 'fixed',
      middleware: [offset(gap), flip({ padding: edge }), shift({ padding: edge })],
    });
    popover.style.setProperty('--_x', `${x}px`);
    popover.style.setProperty('--_y', `${y}px`);
  };
  return autoUpdate(anchor, popover, () => void place());
}
