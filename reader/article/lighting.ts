import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Names of what belongs together, in `data-of` of all that belongs to it: "e12" an entity, "q3" a statement. */
export const entityMark = (index: number): string => `e${index}`;
export const statementMark = (ordinal: number): string => `q${ordinal}`;

/**
 * Lights all that belongs to what is pointed at or has the focus. On the elements themselves: an article of thousands of
 * marks is not drawn anew for a movement of the hand.
 */
export function useLighting(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    let lit: Element[] = [];
    const light = (event: Event): void => {
      const marked = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-of]') : null;
      for (const part of lit) part.classList.remove('lit');
      const marks = marked?.dataset['of']?.split(' ') ?? [];
      lit = marks.flatMap((mark) => [...element.querySelectorAll(`[data-of~="${mark}"]`)]);
      for (const part of lit) part.classList.add('lit');
    };
    element.addEventListener('pointerover', light);
    element.addEventListener('focusin', light);
    return () => {
      element.removeEventListener('pointerover', light);
      element.removeEventListener('focusin', light);
    };
  }, [root]);
}
