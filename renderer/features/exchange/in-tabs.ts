/** There the arrow keys walk on: nothing takes the focus from the tabs. */
export const isInTabs = (): boolean => document.activeElement?.getAttribute('role') === 'tab'
