export const timer = 'M10 2h4M12 14l3-3M20 14a8 8 0 1 1 -16 0a8 8 0 1 1 16 0z';
