import { executeServerCommand } from '@web/test-runner-commands';

/** One node of the accessibility tree, as the browser gives it. */
interface TreeNode {
  role: string;
  name?: string;
  children?: TreeNode[];
  [state: string]: unknown;
}

/** States worth comparing; ids, positions and the like differ from run to run. */
const states = [
  'level',
  'checked',
  'pressed',
  'expanded',
  'disabled',
  'invalid',
  'haspopup',
  'value',
  'modal',
];

/** Boxes without a meaning of their own: what is in them stands in their place. */
const boxes = new Set(['generic', 'none', 'GenericContainer', 'LayoutTable', 'strong', 'Abbr', 'LabelText']);

/** Nodes whose inside belongs to the browser, or repeats what they are called. */
const closed = new Set(['Date', 'button', 'link', 'heading', 'menuitem', 'menuitemradio', 'radio', 'time']);

/**
 * The page's accessibility tree below this node of it as indented lines, `role "name" state=value`, so that a
 * difference reads like one. In Chromium.
 */
export async function accessibilityTree(): Promise<string[]> {
  const tree = (await executeServerCommand('crew-tree')) as TreeNode;
  return (tree.children ?? []).flatMap((child) => lines(child, ''));
}

function lines(node: TreeNode, indent: string): string[] {
  const { role, children = [] } = node;
  if (role === 'InlineTextBox' || role === 'LineBreak' || role === 'ListMarker') return [];
  if (boxes.has(role)) return children.flatMap((child) => lines(child, indent));
  const said = states.flatMap((state) =>
    node[state] === undefined || node[state] === false || node[state] === ''
      ? []
      : [`${state}=${String(node[state])}`],
  );
  const name = node.name?.replace(/\s+/g, ' ').trim();
  if (role === 'StaticText') return name ? [indent + name] : [];
  const line = [role, ...(name ? [`"${name}"`] : []), ...said].join(' ');
  const inside = closed.has(role) ? [] : children.flatMap((child) => lines(child, `${indent}  `));
  // A cell is called what stands in it.
  const repeats = inside.length === 1 && inside[0]?.trim() === name;
  return [indent + line, ...(repeats ? [] : inside)];
}

/** The part of the tree that starts with this line, down to where it ends. */
export function branch(tree: readonly string[], start: string): string[] {
  const from = tree.findIndex((line) => line.trimStart().startsWith(start));
  const depth = (line = '') => line.length - line.trimStart().length;
  const end = tree.findIndex((line, at) => at > from && depth(line) <= depth(tree[from]));
  return tree.slice(from, end < 0 ? undefined : end).map((line) => line.slice(depth(tree[from])));
}
