import { err, ok, type Result } from '#shared/base/result.ts';
import { walkXml, type XmlFault } from '#shared/base/xml-walk.ts';

/** An element: local name, own text joined, children in order. */
export type XmlNode = { readonly name: string; text: string; readonly children: XmlNode[] };

const limits = { depth: 60, tags: 60_000 };

/** Reads a small XML text into a tree. For headers and manifests, not for sheets of thousands of rows. */
export function parseXmlTree(text: string): Result<XmlNode, XmlFault> {
  const root: XmlNode = { name: '', text: '', children: [] };
  const open: XmlNode[] = [root];
  const walked = walkXml(
    text,
    {
      open: (name) => {
        const node: XmlNode = { name, text: '', children: [] };
        open.at(-1)?.children.push(node);
        open.push(node);
      },
      close: () => {
        open.pop();
      },
      text: (piece) => {
        const node = open.at(-1);
        if (node !== undefined) node.text += piece;
      },
    },
    limits,
  );
  return walked.ok ? ok(root) : err(walked.error);
}

/** The first child with this local name, whatever its letter case. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child) => child.name.toLowerCase() === name.toLowerCase());
}

/** All children with this local name. */
export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name.toLowerCase() === name.toLowerCase()) ?? [];
}

/** The node at the end of a way of local names. */
export function nodeAt(node: XmlNode | undefined, ...way: readonly string[]): XmlNode | undefined {
  return way.reduce<XmlNode | undefined>((at, name) => childOf(at, name), node);
}

/** The first node of this name anywhere below, nearest first. */
export function findNode(node: XmlNode, name: string): XmlNode | undefined {
  let level: readonly XmlNode[] = node.children;
  while (level.length > 0) {
    const found = level.find((child) => child.name.toLowerCase() === name.toLowerCase());
    if (found !== undefined) return found;
    level = level.flatMap((child) => child.children);
  }
  return undefined;
}
