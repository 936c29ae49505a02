// Words that a reader sees come from the catalogue. Text in JSX, and strings that reach a child or a shown attribute, are
// refused, through conditionals and templates too; what has no letter (·, —) passes. `react/jsx-no-literals` misses
// conditionals and braces.
const shown =
  /^(label|placeholder|title|alt|description|error|legend|tooltip|heading|aria-(label|description|valuetext|roledescription|placeholder))$/;
const hasWords = (text) => /\p{L}/u.test(text);

function strings(node) {
  switch (node?.type) {
    case "Literal":
      return typeof node.value === "string" && hasWords(node.value) ? [node] : [];
    case "TemplateLiteral":
      return node.quasis.some((part) => hasWords(part.value.raw)) ? [node] : [];
    case "ConditionalExpression":
      return [...strings(node.consequent), ...strings(node.alternate)];
    case "LogicalExpression":
      return [...strings(node.left), ...strings(node.right)];
    case "BinaryExpression":
      return node.operator === "+" ? [...strings(node.left), ...strings(node.right)] : [];
    case "JSXExpressionContainer":
    case "TSAsExpression":
      return strings(node.expression);
    default:
      return [];
  }
}

const noHardCodedText = {
  create(context) {
    const refuse = (node) =>
      context.report({ node, message: "Take this text from the catalogue (useTranslations)." });
    return {
      JSXText: (node) => hasWords(node.value) && refuse(node),
      JSXExpressionContainer(node) {
        if (node.parent.type !== "JSXAttribute") strings(node).forEach(refuse);
      },
      JSXAttribute(node) {
        if (node.name.type === "JSXIdentifier" && shown.test(node.name.name))
          strings(node.value).forEach(refuse);
      },
    };
  },
};

export default { meta: { name: "consilium" }, rules: { "no-hard-coded-text": noHardCodedText } };
