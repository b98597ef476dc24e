#!/bin/sh
# Makes the files of this folder anew with the tools that people use; Debian: texlive-latex-base,
# texlive-fonts-recommended, libreoffice-writer-nogui. The texts are the project's own.
set -e
cd "$(dirname "$0")"
for _ in 1 2; do pdflatex -interaction=batchmode two-columns.tex; done
mv two-columns.pdf ../../../../examples/files/tidal-barriers.pdf
rm -f two-columns.aux two-columns.log two-columns.out
soffice --headless --convert-to docx:"MS Word 2007 XML" harbour.html
soffice --headless --convert-to odt harbour.html
soffice --headless --convert-to epub harbour.odt
soffice --headless --convert-to pdf harbour.docx
rm -f harbour.odt
