/**
 * What a wheel moves by. With Shift it is sideways: Firefox scrolls so, and tells of it as of a wheel without.
 * @param {WheelEvent} event @returns {[along: number, down: number]} in its `deltaMode`
 */
export const wheeled = ({ deltaX, deltaY, shiftKey }) => (shiftKey && !deltaX ? [deltaY, 0] : [deltaX, deltaY]);
