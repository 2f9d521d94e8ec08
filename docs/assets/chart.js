/* Offers each chart as PNG as well, drawn from its SVG file. Without this script SVG and CSV are there. */
"use strict"

const SCALE = 3
const files = [...document.querySelectorAll(".chart__files")]

for (const paragraph of files) {
  const svg = paragraph.querySelector("a")
  const button = document.createElement("button")
  button.type = "button"
  button.textContent = "PNG"
  button.addEventListener("click", () => download(svg))
  svg.after(svg.nextSibling.cloneNode(), button)
}

/* The picture of a link to an SVG, three times as large, under the same name. */
async function download(svg) {
  const image = new Image()
  image.src = svg.href
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = image.naturalWidth * SCALE
  canvas.height = image.naturalHeight * SCALE
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise(resolve => canvas.toBlob(resolve, "image/png"))
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = decodeURI(svg.pathname).split("/").pop().replace(/svg$/, "png")
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
