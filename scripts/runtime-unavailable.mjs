/** No Electron can be had on this machine; the message says what a person can do about it. */
export class RuntimeUnavailable extends Error {}
