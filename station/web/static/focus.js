// What is typed on a page with one field to begin with lands in that field, however early.
import { aimAt } from "./aim.js";

aimAt(document.querySelector("input[autofocus]"));
