import type { Strings } from '../strings.js';

export const roleDetails: Strings['roleDetails'] = {
  summary: 'ماذا يمكن لهذا الدور أن يفعل؟',
  caption: 'ما يمكن لكل دور فعله في هذا الحساب',
  task: 'المهمة',
  editCampaigns: 'إنشاء الحملات وتحريرها',
  publish: 'الجدولة والنشر',
  lists: 'تغيير قوائم جهات الاتصال',
  openClients: 'فتح حسابات العملاء',
  clientBilling: 'إدارة فوترة العملاء',
  singleBilling: 'تحرير الفوترة الموحدة',
  partnerTools: 'استخدام أدوات الشراكة',
  ownBilling: 'فوترة هذا الحساب',
  otherAccounts: 'فتح حسابات أخرى',
  billing: 'المشتريات والفوترة',
};
