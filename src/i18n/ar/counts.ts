import { plural } from '../plural.js';

/** The five forms an Arabic noun takes with a number; the number stands apart only from three on. */
export const counted =
  (one: string, two: string, few: string, many: string, other = many) =>
  (count: number, say: string | number = count): string =>
    plural('ar', count, {
      one,
      two,
      few: `${say} ${few}`,
      many: `${say} ${many}`,
      zero: `${say} ${other}`,
      other: `${say} ${other}`,
    });

export const people = counted('شخص واحد', 'شخصان', 'أشخاص', 'شخصًا', 'شخص');
export const users = counted('مستخدم واحد', 'مستخدمان', 'مستخدمين', 'مستخدمًا', 'مستخدم');
export const invites = counted('دعوة واحدة', 'دعوتان', 'دعوات', 'دعوة');
export const addresses = counted('عنوان واحد', 'عنوانان', 'عناوين', 'عنوانًا', 'عنوان');
export const accounts = counted('حساب واحد', 'حسابان', 'حسابات', 'حسابًا', 'حساب');
export const clients = counted('حساب عميل واحد', 'حسابا عميلين', 'حسابات عملاء', 'حساب عميل');
export const mistakes = counted('خطأ واحد', 'خطآن', 'أخطاء', 'خطأ');
export const letters = counted('حرف واحد', 'حرفان', 'أحرف', 'حرفًا', 'حرف');
export const days = counted('يوم واحد', 'يومان', 'أيام', 'يومًا', 'يوم');
export const hours = counted('ساعة واحدة', 'ساعتان', 'ساعات', 'ساعة');
export const minutes = counted('دقيقة واحدة', 'دقيقتان', 'دقائق', 'دقيقة');
export const seconds = counted('ثانية واحدة', 'ثانيتان', 'ثوانٍ', 'ثانية');
export const tries = counted('محاولة واحدة', 'محاولتان', 'محاولات', 'محاولة');
