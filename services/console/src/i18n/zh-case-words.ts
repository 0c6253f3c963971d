export const zhCaseWords = {
  alert: {
    number: '预警编号',
    openCase: '查看案件',
  },
};
