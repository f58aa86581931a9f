import type { Preview } from '@storybook/web-components-vite';

/** Container widths a person can choose: phone, narrow column, tablet, page. */
export const widths: Record<string, string> = {
  '320 px': '320px',
  '360 px': '360px',
  '640 px': '640px',
  '960 px': '960px',
};

type GlobalType = NonNullable<Preview['globalTypes']>[string];

/** A menu of the toolbar; the empty value leaves the choice to the story. */
export function choice(name: string, icon: string, values: readonly string[]): GlobalType {
  return {
    name,
    description: name,
    toolbar: {
      icon: icon as never,
      title: name,
      dynamicTitle: true,
      items: values.map((value) => ({ value, title: value || `${name}: as the story says` })),
    },
  };
}
