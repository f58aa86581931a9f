import { z } from 'zod';

// The backend also runs in pages whose policy forbids `eval`; zod would try it for speed.
z.config({ jitless: true });

export { z };
