"""How much two colours of a page differ, as WCAG measures it; for functions run in a browser."""

CONTRAST = """
    // A probe in the same colours: what the engine makes of them, as red, green and blue.
    const channels = colour => {
        const canvas = new OffscreenCanvas(1, 1).getContext("2d")
        canvas.fillStyle = colour
        canvas.fillRect(0, 0, 1, 1)
        return [...canvas.getImageData(0, 0, 1, 1).data]
    }
    const light = colour => channels(colour).slice(0, 3).map(part => {
        const share = part / 255
        return share <= .04045 ? share / 12.92 : ((share + .055) / 1.055) ** 2.4
    }).reduce((sum, it, at) => sum + it * [.2126, .7152, .0722][at], 0)
    const contrast = (...pair) => {
        const [low, high] = pair.map(light).sort((one, other) => one - other)
        return (high + .05) / (low + .05)
    }
"""
