import type { Strings } from '../strings.js';
import { counted } from './counts.js';

const updates = counted('تغيير واحد', 'تغييران', 'تغييرات', 'تغييرًا', 'تغيير');

export const rosterLive: Strings['rosterLive'] = {
  waiting: ({ count }) => updates(count),
  showWaiting: 'عرض',
  waitingSaid: ({ count }) => `${updates(count)} من غيرك. تبقى القائمة كما هي حتى تختار «عرض».`,
  notLive: ({ when }) => `غير مباشر، المعروض: ${when}`,
  notLiveSaid: 'انقطع الاتصال الذي يجلب التغييرات مباشرة. تُعاد المحاولة تلقائيًا.',
  liveAgain: 'عادت التغييرات تصل مباشرة.',
};
