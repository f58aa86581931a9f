import type { Strings } from '../strings.js';
import { invites, users } from './counts.js';

export const userRoster: Strings['userRoster'] = {
  heading: 'إدارة المستخدمين',
  clientOf: ({ parent }) => `حساب عميل لدى ${parent}`,
  addUser: 'إضافة مستخدم جديد',
  limitTitle: 'لا يمكنك إضافة أحد بعد.',
  limitText: ({ plan, limit, used, reserved }) =>
    `تشمل ${plan || 'الخطة'} ${users(limit)}، يشغلها ${users(used)}${
      reserved ? ` و${invites(reserved)} معلّقة` : ''
    }. ${reserved ? 'ألغِ دعوة أو أزل' : 'أزل'} مستخدمًا، أو انتقل إلى خطة أكبر.`,
  overTitle: 'في هذا الحساب مستخدمون أكثر من خطته.',
  overText: ({ plan, limit, used }) =>
    `تشمل ${plan || 'الخطة'} ${users(limit)}، والنشطون ${used}. علّق أو أزل ${users(used - limit)}، أو انتقل إلى خطة أكبر. لا يفقد أحد الوصول تلقائيًا.`,
  seePlans: 'عرض الخطط والأسعار',
};
