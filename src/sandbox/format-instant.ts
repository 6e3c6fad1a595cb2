/** As Calypso writes most instants: UTC without saying so, with six digits of a second. */
export const formatInstant = (time: number): string => new Date(time).toISOString().replace('Z', '000');
