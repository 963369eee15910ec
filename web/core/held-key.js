/** Whether a key that stays down would press a button or follow a link again. @param {KeyboardEvent} event */
export const isHeld = ({ repeat, key, target }) => repeat && target instanceof Element &&
  (key === "Enter" || key === " ") && target.closest(key === "Enter" ? "a, button" : "button") !== null;
