import type { Strings } from '../strings.js';
import { ofPeople } from './counts-after.js';

export const rosterExport: Strings['rosterExport'] = {
  progress: ({ done, total }) => `الأشخاص: ${done} من ${total}`,
  stop: 'إيقاف',
  done: ({ count }) => `تم تصدير ${ofPeople(count)}.`,
  stopped: 'توقف التصدير. لم يُحفظ شيء.',
  failed: 'لم تُصدَّر القائمة.',
  file: 'users',
};
