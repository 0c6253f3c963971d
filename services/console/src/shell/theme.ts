import { theme as antTheme, type ThemeConfig } from 'antd';

const FONT =
  'system-ui, -apple-system, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/**
 * One accent, a deep teal. Red, orange, yellow and blue belong to the alert levels, so success, notices and warnings
 * are teal or grey, and an error is plum.
 */
const LIGHT = {
  colorPrimary: '#0f5e5a',
  colorLink: '#0f5e5a',
  colorSuccess: '#0f5e5a',
  colorInfo: '#0f5e5a',
  colorWarning: '#4a5553',
  colorError: '#8a1f5c',
  colorTextBase: '#17211f',
  colorBgLayout: '#f3f5f4',
  colorBorder: '#b9c3c0',
  colorTextPlaceholder: '#66726f',
  colorTextDescription: '#56625f',
};

const DARK = {
  colorPrimary: '#1f7f77',
  colorLink: '#7fcfc5',
  colorSuccess: '#3ea197',
  colorInfo: '#3ea197',
  colorWarning: '#aab5b2',
  colorError: '#e08ab9',
  colorTextBase: '#e6ecea',
  colorBgBase: '#131918',
  colorBgLayout: '#0d1211',
  colorBgContainer: '#161d1b',
  colorBgElevated: '#1c2523',
  colorBorder: '#43504d',
  colorTextPlaceholder: '#93a09c',
  colorTextDescription: '#a3b0ac',
};

export interface Look {
  dark: boolean;
  phone: boolean;
  largeType: boolean;
}

export function themeFor({ dark, phone, largeType }: Look): ThemeConfig {
  return {
    algorithm: dark ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      ...(dark ? DARK : LIGHT),
      fontFamily: FONT,
      fontSize: baseSize(phone, largeType),
      controlHeight: phone || largeType ? 46 : 36,
      borderRadius: 6,
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
    },
    components: {
      Table: { cellPaddingBlock: 10 },
      Form: { itemMarginBottom: 20, verticalLabelPadding: '0 0 6px' },
    },
  };
}

function baseSize(phone: boolean, largeType: boolean): number {
  if (largeType) return phone ? 19 : 18;
  return phone ? 16 : 14;
}
