/** Where the classes begin into which views are counted by visible seconds; the last has no end. */
export const SECONDS_CLASSES = [0, 10, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1200] as const;
